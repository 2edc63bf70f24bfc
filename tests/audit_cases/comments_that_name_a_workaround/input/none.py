x = '# wait_for_agent'
"""
# wait_for_agent
"""
y = f'{x} # wait_for_agent'
