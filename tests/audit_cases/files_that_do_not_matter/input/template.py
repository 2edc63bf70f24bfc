{% if x %}
