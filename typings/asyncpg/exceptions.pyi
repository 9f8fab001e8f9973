class PostgresError(Exception):
    sqlstate: str | None
    message: str | None
    detail: str | None
    hint: str | None
    constraint_name: str | None
    table_name: str | None
    column_name: str | None

class InterfaceError(Exception): ...
class ClientConfigurationError(InterfaceError, ValueError): ...
class InternalClientError(Exception): ...
