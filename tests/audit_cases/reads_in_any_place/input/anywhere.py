from nova.conf import CONF

C = CONF.workarounds


@C.a
def f(b: C.b, c=C.c, /, *d: C.d, e=C.e, **g: C.g) -> C.h:
    n = lambda o, p=C.i: C.j
    return [C.k for t in C.l if C.m for w in C.n if C.o]


@C.p
class B(C.q, metaclass=C.r):
    E: C.s = C.t

    async def f(self):
        async with C.u as x, C.v: await C.w
        async for y in C.x: yield C.y
        match C.z:
            case C.aa if C.ab: C.ac
            case [z]: C.ad
        try: C.ae
        except C.af as v: C.ag
        else: C.ah
        finally: C.ai
        f'{C.aj!r:>{C.ak}}'
        del C.al[C.am:C.an]
        {C.ao: C.ap for q in C.aq}; {C.ar for r in C.as_}; (C.at for s in C.au)
        C.av if C.aw else C.ax
        C.ay and not C.az
        (ba := C.ba)
        C.bb[C.bc](*C.bd, **C.be)
        global bf
        bf += C.bf
        raise C.bg from C.bh


if C.bi:
    assert C.bj, C.bk
elif C.bl:
    with C.bm: C.bn
while C.bo: C.bp
for x in C.bq: C.br
