-- name: GetArtist :one
SELECT * FROM artist WHERE artist_id = $1;

-- name: ListArtists :many
SELECT * FROM artist ORDER BY name LIMIT $1 OFFSET $2;

-- name: CreateArtist :one
INSERT INTO artist (name) VALUES ($1) RETURNING *;

-- name: RenameArtist :execrows
UPDATE artist SET name = $2 WHERE artist_id = $1;

-- name: CreateAlbum :one
INSERT INTO album (title, artist_id) VALUES (@title, @artist_id) RETURNING album_id;

-- name: GetAlbum :one
SELECT * FROM album WHERE album_id = $1;

-- Albums with their artist and how many tracks they hold.
-- name: AlbumOverview :many
SELECT a.album_id, a.title, ar.name AS artist, count(t.track_id) AS tracks,
       sum(t.milliseconds) AS playing_time, max(t.unit_price) AS dearest
FROM album a
JOIN artist ar ON ar.artist_id = a.artist_id
LEFT JOIN track t USING (album_id)
GROUP BY a.album_id, a.title, ar.name
HAVING count(t.track_id) >= $1
ORDER BY tracks DESC, a.title;

-- name: CreateTrack :one
INSERT INTO track (name, album_id, media_type_id, genre_id, composer, milliseconds, bytes, unit_price)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
RETURNING *;

-- name: SearchTracks :many
SELECT t.track_id, t.name, t.composer, al.title AS album, g.name AS genre, m.name AS media_type
FROM track t
LEFT JOIN album al ON al.album_id = t.album_id
LEFT JOIN genre g ON g.genre_id = t.genre_id
JOIN media_type m ON m.media_type_id = t.media_type_id
WHERE t.name ILIKE '%' || $1 || '%' AND t.milliseconds BETWEEN $2 AND $3
ORDER BY t.name;

-- name: TrackCount :one
SELECT count(*) FROM track;

-- name: CreateGenre :one
INSERT INTO genre (name) VALUES ($1) RETURNING genre_id;

-- name: CreateMediaType :one
INSERT INTO media_type (name) VALUES ($1) RETURNING media_type_id;

-- name: GenresByName :many
SELECT * FROM genre WHERE name = ANY(@names::text[]) ORDER BY genre_id;

-- name: AllMediaTypes :many
SELECT * FROM media_type;

-- name: PlaylistTracks :many
SELECT p.name AS playlist, t.name AS track, pt.playlist_id, pt.track_id
FROM playlist p
JOIN playlist_track pt ON pt.playlist_id = p.playlist_id
JOIN track t ON t.track_id = pt.track_id
WHERE p.playlist_id = $1;

-- name: AllPlaylists :many
SELECT * FROM playlist;

-- name: AllPlaylistTracks :many
SELECT * FROM playlist_track;

-- name: GetTrack :one
SELECT * FROM track WHERE track_id = $1;

-- name: RankedTracks :many
WITH ranked AS (
    SELECT t.track_id, t.name, t.milliseconds,
           row_number() OVER (PARTITION BY t.album_id ORDER BY t.milliseconds DESC) AS place,
           lag(t.name) OVER (PARTITION BY t.album_id ORDER BY t.milliseconds DESC) AS longer
    FROM track t
)
SELECT * FROM ranked WHERE place <= $1;
