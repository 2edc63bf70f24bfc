def convert(response):
    return response.json, 'the time', {'json': 1}
