conversions: dict[object, object]
