# Not here.

# The first line of it.
# Because of wait_for_agent,
#
# and wait_for_agent again.
x = 1
  # disable_luks and wait_for_agent
y = 1  # poll_slowly
# not part of the one before
# wait_for_agents, await_for_agent, wait_for_agent2
z = 'é'  # luks_cipher  # and old_luks
a = 1  # flush it
b = 1  # the workaround flush


def f():
    # poll_slowly, which is
    # a comment
        # of other lines
    pass
    # at the end: poll_slowly
