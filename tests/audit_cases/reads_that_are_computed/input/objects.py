"""Perhaps it is a configuration, perhaps it is not."""

import yaml

from nova.conf import CONF


def objects(x, get_conf, confs, y):
    yield x.workarounds.flush_images
    yield x['workarounds']['flush_images']
    yield getattr(x.workarounds, 'flush_images')
    yield x().workarounds.flush_images
    yield get_conf().workarounds.flush_images
    yield confs[0].workarounds.flush_images
    yield self.workarounds.flush_images
    yield yaml[x].workarounds.flush_images


def text():
    config = yaml.load('')
    return config['workarounds'].flush_images


def mapping():
    conf = {}
    return conf['workarounds']['flush_images']


def one_or_the_other(x, y):
    group = CONF.workarounds if x else y
    return group.flush_images


def bound_twice(x):
    group = CONF.workarounds
    group = x
    return group.flush_images
