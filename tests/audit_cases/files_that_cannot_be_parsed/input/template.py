CONF.workarounds.flush_images
{% if x %}
