from circle.a import enabled
