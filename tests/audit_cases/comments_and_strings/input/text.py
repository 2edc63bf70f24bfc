x = '# wait_for_agent'
x = '#'  # wait_for_agent
x = '#' '# wait_for_agent'  # wait_for_agent
'''
# wait_for_agent
'''  # wait_for_agent
"""
# wait_for_agent
""" # wait_for_agent
x = ('a'  # wait_for_agent
     '# wait_for_agent'  # wait_for_agent
     # wait_for_agent
     'f')  # wait_for_agent
x = ('a' \
 '# wait_for_agent')  # wait_for_agent
x = r'\' '#' # wait_for_agent
x = 'a\'# wait_for_agent'  # wait_for_agent
x = b'# wait_for_agent'  # wait_for_agent
x = ('''
# wait_for_agent
''' # wait_for_agent
 '# wait_for_agent')  # wait_for_agent
x = f'#{y}# wait_for_agent'  # wait_for_agent
x = (f'#{y}'  # wait_for_agent
  '#' f'{z}# wait_for_agent')  # wait_for_agent
x = f'''# wait_for_agent
{y}
# wait_for_agent'''  # wait_for_agent
def f():  # wait_for_agent
    '''# wait_for_agent'''  # wait_for_agent
    return '# wait_for_agent'  # wait_for_agent
@d('# wait_for_agent')  # wait_for_agent
def f(x='# wait_for_agent'): pass  # wait_for_agent
é = 'ü# wait_for_agent'  # wait_for_agent
x = [
  '#',  # wait_for_agent
  # wait_for_agent
]
x = (f'''{y[
'#']}
# wait_for_agent''')
x = wait_for_agent
