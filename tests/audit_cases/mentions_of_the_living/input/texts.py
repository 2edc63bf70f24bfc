x = 'flush_images'  # announce_self
y = 'wait_for_agent'  # wait_for_agent
