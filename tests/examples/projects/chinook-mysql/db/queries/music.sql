-- name: GetArtist :one
SELECT * FROM `Artist` WHERE ArtistId = $1;

-- name: ListArtists :many
SELECT * FROM `Artist` ORDER BY Name LIMIT $1 OFFSET $2;

-- name: CreateArtist :one
INSERT INTO `Artist` (Name) VALUES ($1) RETURNING *;

-- name: RenameArtist :execrows
UPDATE `Artist` SET Name = $2 WHERE ArtistId = $1;

-- name: CreateAlbum :one
INSERT INTO `Album` (Title, ArtistId) VALUES (@title, @artist_id) RETURNING AlbumId;

-- name: GetAlbum :one
SELECT * FROM `Album` WHERE AlbumId = $1;

-- Albums with their artist and how many tracks they hold.
-- name: AlbumOverview :many
SELECT a.AlbumId, a.Title, ar.Name AS artist, count(t.TrackId) AS tracks,
       sum(t.Milliseconds) AS playing_time, max(t.UnitPrice) AS dearest
FROM `Album` a
JOIN `Artist` ar ON ar.ArtistId = a.ArtistId
LEFT JOIN `Track` t USING (AlbumId)
GROUP BY a.AlbumId, a.Title, ar.Name
HAVING count(t.TrackId) >= $1
ORDER BY tracks DESC, a.Title;

-- name: CreateTrack :one
INSERT INTO `Track` (Name, AlbumId, MediaTypeId, GenreId, Composer, Milliseconds, Bytes, UnitPrice)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
RETURNING *;

-- name: SearchTracks :many
SELECT t.TrackId, t.Name, t.Composer, al.Title AS album, g.Name AS genre, m.Name AS media_type
FROM `Track` t
LEFT JOIN `Album` al ON al.AlbumId = t.AlbumId
LEFT JOIN `Genre` g ON g.GenreId = t.GenreId
JOIN `MediaType` m ON m.MediaTypeId = t.MediaTypeId
WHERE t.Name LIKE concat('%', $1, '%') AND t.Milliseconds BETWEEN $2 AND $3
ORDER BY t.Name;

-- name: TrackCount :one
SELECT count(*) FROM `Track`;

-- name: CreateGenre :one
INSERT INTO `Genre` (Name) VALUES ($1) RETURNING GenreId;

-- name: CreateMediaType :one
INSERT INTO `MediaType` (Name) VALUES ($1) RETURNING MediaTypeId;

-- name: GenresByName :many
SELECT * FROM `Genre` WHERE Name IN (flash.slice(names)) ORDER BY GenreId;

-- name: AllMediaTypes :many
SELECT * FROM `MediaType`;

-- name: PlaylistTracks :many
SELECT p.Name AS playlist, t.Name AS track, pt.PlaylistId, pt.TrackId
FROM `Playlist` p
JOIN `PlaylistTrack` pt ON pt.PlaylistId = p.PlaylistId
JOIN `Track` t ON t.TrackId = pt.TrackId
WHERE p.PlaylistId = $1;

-- name: AllPlaylists :many
SELECT * FROM `Playlist`;

-- name: AllPlaylistTracks :many
SELECT * FROM `PlaylistTrack`;

-- name: GetTrack :one
SELECT * FROM `Track` WHERE TrackId = $1;

-- name: RankedTracks :many
WITH ranked AS (
    SELECT t.TrackId, t.Name, t.Milliseconds,
           row_number() OVER (PARTITION BY t.AlbumId ORDER BY t.Milliseconds DESC) AS place,
           lag(t.Name) OVER (PARTITION BY t.AlbumId ORDER BY t.Milliseconds DESC) AS longer
    FROM `Track` t
)
SELECT * FROM ranked WHERE place <= $1;
