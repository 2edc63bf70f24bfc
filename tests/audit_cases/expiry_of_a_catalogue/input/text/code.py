x = 'wait_for_agent'  # wait_for_agent
