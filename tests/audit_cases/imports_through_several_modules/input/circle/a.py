from circle.b import enabled
