"""The spatial functions of MySQL and MariaDB, one line a form: see ``mysql_functions``."""

from __future__ import annotations

from typing import Final

SHAPE_FUNCTIONS: Final = """
area(geometry) double lossy
asbinary(geometry) longblob lossy
astext(geometry) longtext lossy
aswkb(geometry) longblob lossy
aswkt(geometry) longtext lossy
boundary(geometry) geometry lossy
buffer(geometry,double) geometry lossy
centroid(geometry) geometry lossy
contains(geometry,geometry) condition lossy
convexhull(geometry) geometry lossy
crosses(geometry,geometry) condition lossy
dimension(geometry) int(9) lossy
disjoint(geometry,geometry) condition lossy
endpoint(geometry) geometry lossy
envelope(geometry) geometry lossy
equals(geometry,geometry) condition lossy
exteriorring(geometry) geometry lossy
geometrycollection(geometry*) geometry lossy
geometryn(geometry,int) geometry lossy
geometrytype(geometry) varchar lossy
glength(geometry) double lossy
interiorringn(geometry,int) geometry lossy
intersects(geometry,geometry) condition lossy
isclosed(geometry) int(1) maybe
isempty(geometry) condition lossy
isring(geometry) int(1) maybe
issimple(geometry) int(1) maybe
linestring(geometry,geometry*) geometry lossy
mbrcontains(geometry,geometry) condition lossy
mbrcoveredby(geometry,geometry) condition lossy mysql
mbrcovers(geometry,geometry) condition lossy mysql
mbrdisjoint(geometry,geometry) condition lossy
mbrequal(geometry,geometry) condition lossy
mbrequals(geometry,geometry) condition lossy
mbrintersects(geometry,geometry) condition lossy
mbroverlaps(geometry,geometry) condition lossy
mbrtouches(geometry,geometry) condition lossy
mbrwithin(geometry,geometry) condition lossy
multilinestring(geometry,geometry*) geometry lossy
multipoint(geometry,geometry*) geometry lossy
multipolygon(geometry,geometry*) geometry lossy
numgeometries(geometry) int(9) lossy
numinteriorrings(geometry) int(9) lossy
numpoints(geometry) int(9) lossy
overlaps(geometry,geometry) condition lossy
point(double,double) geometry lossy
pointn(geometry,int) geometry lossy
pointonsurface(geometry) geometry lossy
polygon(geometry,geometry*) geometry lossy
srid(geometry) int(9) lossy
startpoint(geometry) geometry lossy
touches(geometry,geometry) condition lossy
within(geometry,geometry) condition lossy
x(geometry) double lossy
y(geometry) double lossy
st_area(geometry) double lossy
st_asbinary(geometry) longblob lossy
st_asbinary(geometry,varchar) longblob lossy mysql
st_asgeojson(geometry,int?,int?) longtext maybe
st_astext(geometry) longtext lossy
st_astext(geometry,varchar) longtext lossy mysql
st_aswkb(geometry) longblob lossy
st_aswkb(geometry,varchar) longblob lossy mysql
st_aswkt(geometry) longtext lossy
st_aswkt(geometry,varchar) longtext lossy mysql
st_boundary(geometry) geometry lossy mariadb
st_buffer(geometry,double) geometry lossy
st_buffer(geometry,double,varbinary,varbinary*) geometry lossy mysql
st_buffer_strategy(varchar,double?) varbinary lossy mysql
st_centroid(geometry) geometry lossy
st_collect(geometry) geometry lossy mysql
st_contains(geometry,geometry) condition lossy
st_convexhull(geometry) geometry lossy
st_crosses(geometry,geometry) condition lossy
st_difference(geometry,geometry) geometry lossy
st_dimension(geometry) int(9) lossy
st_disjoint(geometry,geometry) condition lossy
st_distance(geometry,geometry) double lossy
st_distance(geometry,geometry,varchar) double lossy mysql
st_distance_sphere(geometry,geometry,double?) double lossy
st_endpoint(geometry) geometry lossy
st_envelope(geometry) geometry lossy
st_equals(geometry,geometry) condition lossy
st_exteriorring(geometry) geometry lossy
st_frechetdistance(geometry,geometry,varchar?) double lossy mysql
st_geohash(geometry,int) varchar lossy mysql
st_geohash(double,double,int) varchar lossy mysql
st_geomcollfromtext(varchar,int?) geometry lossy
st_geomcollfromtext(varchar,int,varchar) geometry lossy mysql
st_geomcollfromwkb(varbinary,int?) geometry lossy
st_geomcollfromwkb(varbinary,int,varchar) geometry lossy mysql
st_geometrycollectionfromtext(varchar,int?) geometry lossy
st_geometrycollectionfromtext(varchar,int,varchar) geometry lossy mysql
st_geometrycollectionfromwkb(varbinary,int?) geometry lossy
st_geometrycollectionfromwkb(varbinary,int,varchar) geometry lossy mysql
st_geometryfromtext(varchar,int?) geometry lossy
st_geometryfromtext(varchar,int,varchar) geometry lossy mysql
st_geometryfromwkb(varbinary,int?) geometry lossy
st_geometryfromwkb(varbinary,int,varchar) geometry lossy mysql
st_geometryn(geometry,int) geometry lossy
st_geometrytype(geometry) varchar lossy
st_geomfromgeojson(varchar,int?,int?) geometry maybe
st_geomfromtext(varchar,int?) geometry lossy
st_geomfromtext(varchar,int,varchar) geometry lossy mysql
st_geomfromwkb(varbinary,int?) geometry lossy
st_geomfromwkb(varbinary,int,varchar) geometry lossy mysql
st_hausdorffdistance(geometry,geometry,varchar?) double lossy mysql
st_interiorringn(geometry,int) geometry lossy
st_intersection(geometry,geometry) geometry lossy
st_intersects(geometry,geometry) condition lossy
st_isclosed(geometry) int(1) maybe
st_isempty(geometry) condition lossy
st_isring(geometry) int(1) maybe mariadb
st_issimple(geometry) int(1) maybe
st_isvalid(geometry) condition lossy mysql
st_latfromgeohash(varchar) double lossy mysql
st_latitude(geometry) double lossy mysql
st_latitude(geometry,double) geometry lossy mysql
st_length(geometry) double lossy
st_length(geometry,varchar) double lossy mysql
st_linefromtext(varchar,int?) geometry lossy
st_linefromtext(varchar,int,varchar) geometry lossy mysql
st_linefromwkb(varbinary,int?) geometry lossy
st_linefromwkb(varbinary,int,varchar) geometry lossy mysql
st_lineinterpolatepoint(geometry,double) geometry lossy mysql
st_lineinterpolatepoints(geometry,double) geometry lossy mysql
st_linestringfromtext(varchar,int?) geometry lossy
st_linestringfromtext(varchar,int,varchar) geometry lossy mysql
st_linestringfromwkb(varbinary,int?) geometry lossy
st_linestringfromwkb(varbinary,int,varchar) geometry lossy mysql
st_longfromgeohash(varchar) double lossy mysql
st_longitude(geometry) double lossy mysql
st_longitude(geometry,double) geometry lossy mysql
st_makeenvelope(geometry,geometry) geometry lossy mysql
st_mlinefromtext(varchar,int?) geometry lossy
st_mlinefromtext(varchar,int,varchar) geometry lossy mysql
st_mpointfromtext(varchar,int?) geometry lossy
st_mpointfromtext(varchar,int,varchar) geometry lossy mysql
st_mpolyfromtext(varchar,int?) geometry lossy
st_mpolyfromtext(varchar,int,varchar) geometry lossy mysql
st_numgeometries(geometry) int(9) lossy
st_numinteriorring(geometry) int(9) lossy mysql
st_numinteriorrings(geometry) int(9) lossy
st_numpoints(geometry) int(9) lossy
st_overlaps(geometry,geometry) condition lossy
st_pointatdistance(geometry,double) geometry lossy mysql
st_pointfromgeohash(varchar,int) geometry lossy mysql
st_pointfromtext(varchar,int?) geometry lossy
st_pointfromtext(varchar,int,varchar) geometry lossy mysql
st_pointfromwkb(varbinary,int?) geometry lossy
st_pointfromwkb(varbinary,int,varchar) geometry lossy mysql
st_pointn(geometry,int) geometry lossy
st_pointonsurface(geometry) geometry lossy mariadb
st_polyfromtext(varchar,int?) geometry lossy
st_polyfromtext(varchar,int,varchar) geometry lossy mysql
st_polyfromwkb(varbinary,int?) geometry lossy
st_polyfromwkb(varbinary,int,varchar) geometry lossy mysql
st_polygonfromtext(varchar,int?) geometry lossy
st_polygonfromtext(varchar,int,varchar) geometry lossy mysql
st_polygonfromwkb(varbinary,int?) geometry lossy
st_polygonfromwkb(varbinary,int,varchar) geometry lossy mysql
st_relate(geometry,geometry,varchar) condition lossy mariadb
st_simplify(geometry,double) geometry lossy mysql
st_srid(geometry) int(9) lossy
st_srid(geometry,int) geometry lossy mysql
st_startpoint(geometry) geometry lossy
st_swapxy(geometry) geometry lossy mysql
st_symdifference(geometry,geometry) geometry lossy
st_touches(geometry,geometry) condition lossy
st_transform(geometry,int) geometry lossy mysql
st_union(geometry,geometry) geometry lossy
st_validate(geometry) geometry lossy mysql
st_within(geometry,geometry) condition lossy
st_x(geometry) double lossy
st_x(geometry,double) geometry lossy mysql
st_y(geometry) double lossy
st_y(geometry,double) geometry lossy mysql
"""
