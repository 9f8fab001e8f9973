/* Building rows of the bytes in which MySQL's text protocol sends them.

   A driver makes a tuple of them by calling a function for each value, and a builder the object of
   the tuple. Here the values go from the bytes to the object: those of the usual numbers, dates and
   texts are made as the driver's functions would make them, all others by these functions. What is
   no whole row (a part of one, the end of the result, an error, a packet in pieces), or holds a date
   that Python has not, is left where it is, for the driver to read.
   Format: https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_com_query_response_text_resultset_row.html */

#include "_rows.h"

#include <datetime.h>

enum { OTHER, INTEGER, FLOAT, DATE, DATETIME };  /* as in flash_core/rows.py */

typedef struct {
    int kind;
    const char *encoding;  /* of texts; NULL: bytes */
    int utf8;
    PyObject *convert;  /* what makes the value of a text or of bytes; None: they are it */
} Column;

typedef struct {
    const unsigned char *at;
    const unsigned char *end;
} Bytes;

/* Return the number that digits write, at most 18 of them; -1 if they are not all digits. */
static inline long long
digits(const unsigned char *at, Py_ssize_t count)
{
    long long number = count ? 0 : -1;
    for (Py_ssize_t place = 0; place < count; place++) {
        unsigned int digit = (unsigned int)at[place] - '0';
        if (digit > 9) {
            return -1;
        }
        number = number * 10 + digit;
    }
    return number;
}

/* Return a new reference to the number; NULL without an exception if it is written otherwise. */
static inline PyObject *
integer(Bytes text)
{
    int minus = text.at < text.end && *text.at == '-';
    const unsigned char *first = text.at + minus;
    long long number = text.end - first > 18 ? -1 : digits(first, text.end - first);
    return number < 0 ? NULL : PyLong_FromLongLong(minus ? -number : number);
}

/* As integer(), of a number with a point or an exponent. */
static inline PyObject *
floating(Bytes text)
{
    char copy[32];  /* ended by a zero; a number takes 24 characters at most */
    Py_ssize_t size = text.end - text.at;
    if (size == 0 || size >= (Py_ssize_t)sizeof(copy)) {
        return NULL;
    }
    memcpy(copy, text.at, (size_t)size);
    copy[size] = 0;
    char *end;
    double number = PyOS_string_to_double(copy, &end, NULL);
    if (number == -1.0 && PyErr_Occurred()) {
        PyErr_Clear();
        return NULL;
    }
    return end == copy + size ? PyFloat_FromDouble(number) : NULL;
}

static const int DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

/* Read YYYY-MM-DD: return whether it is a date that Python has. */
static inline int
read_date(const unsigned char *at, int *year, int *month, int *day)
{
    *year = (int)digits(at, 4);
    *month = (int)digits(at + 5, 2);
    *day = (int)digits(at + 8, 2);
    if (at[4] != '-' || at[7] != '-' || *year < 1 || *month < 1 || *month > 12 || *day < 1) {
        return 0;
    }
    int leap = *month == 2 && *year % 4 == 0 && (*year % 100 != 0 || *year % 400 == 0);
    return *day <= DAYS[*month - 1] + leap;
}

/* As integer(), of YYYY-MM-DD. */
static inline PyObject *
date(Bytes text)
{
    int year, month, day;
    if (text.end - text.at != 10 || !read_date(text.at, &year, &month, &day)) {
        return NULL;
    }
    return PyDate_FromDate(year, month, day);
}

/* Return the microseconds of the digits after the point; -1 if they are none. */
static inline int
fraction(const unsigned char *at, Py_ssize_t count)
{
    int number = count > 6 ? -1 : (int)digits(at, count);
    for (; number > 0 && count < 6; count++) {
        number *= 10;
    }
    return number;
}

/* As integer(), of YYYY-MM-DD HH:MM:SS, with up to six digits behind a point. */
static inline PyObject *
datetime(Bytes text)
{
    int year, month, day;
    const unsigned char *at = text.at;
    Py_ssize_t size = text.end - at;
    if (size < 19 || !read_date(at, &year, &month, &day) || at[10] != ' ' || at[13] != ':'
        || at[16] != ':' || (size > 19 && at[19] != '.')) {
        return NULL;
    }
    int hour = (int)digits(at + 11, 2);
    int minute = (int)digits(at + 14, 2);
    int second = (int)digits(at + 17, 2);
    int micros = size > 19 ? fraction(at + 20, size - 20) : 0;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59
        || micros < 0) {
        return NULL;
    }
    return PyDateTime_FromDateAndTime(year, month, day, hour, minute, second, micros);
}

/* Return a new reference to what the driver's function makes of a value. */
static PyObject *
converted(const Column *column, Bytes text)
{
    const char *at = (const char *)text.at;
    Py_ssize_t size = text.end - text.at;
    PyObject *raw = column->encoding == NULL ? PyBytes_FromStringAndSize(at, size)
                    : column->utf8           ? PyUnicode_DecodeUTF8(at, size, NULL)
                                             : PyUnicode_Decode(at, size, column->encoding, NULL);
    if (raw == NULL || column->convert == Py_None) {
        return raw;
    }
    PyObject *value = PyObject_CallOneArg(column->convert, raw);
    Py_DECREF(raw);
    return value;
}

/* Return a new reference to the value of a column; NULL without an exception if it is a date that
   Python has not. */
static inline PyObject *
value_of(const Column *column, Bytes text)
{
    if (column->kind == DATETIME) {
        return datetime(text);
    }
    if (column->kind == DATE) {
        return date(text);
    }
    PyObject *value = column->kind == INTEGER ? integer(text)
                      : column->kind == FLOAT ? floating(text)
                                              : NULL;
    return value != NULL || PyErr_Occurred() ? value : converted(column, text);
}

/* Read the length of a value and step over it: -1 for NULL of the database, -2 with an exception
   if the value does not end within the row. */
static inline Py_ssize_t
read_length(Bytes *row)
{
    unsigned long long length = 0xFF;
    if (row->at < row->end) {
        length = *row->at++;
        if (length == 0xFB) {
            return -1;
        }
        Py_ssize_t more = length == 0xFC ? 2 : length == 0xFD ? 3 : length == 0xFE ? 8 : 0;
        if (more <= row->end - row->at && more) {
            length = 0;
            for (Py_ssize_t place = more; place-- > 0;) {
                length = length << 8 | row->at[place];
            }
            row->at += more;
        }
        else if (more) {
            length = ~0ULL;
        }
    }
    if (length > (unsigned long long)(row->end - row->at)) {
        PyErr_SetString(PyExc_ValueError, "a row of the server ends within a value");
        return -2;
    }
    return (Py_ssize_t)length;
}

/* Step over the next value of a row and return what the field makes of it; NULL as value_of(). */
static inline PyObject *
next_value(const Field *field, const Column *column, Bytes *row)
{
    Py_ssize_t length = read_length(row);
    if (length < 0) {
        return length == -1 ? Py_NewRef(Py_None) : NULL;
    }
    PyObject *value = value_of(column, (Bytes){row->at, row->at + length});
    row->at += length;
    if (value == NULL || field->decode == NULL) {
        return value;
    }
    PyObject *result = decoded(field, value);
    Py_DECREF(value);
    return result;
}

/* Return what is built of a row: a new reference; NULL as value_of(). */
static PyObject *
object_of(const Builder *self, const Column *columns, Bytes row)
{
    PyObject *object = unfilled(self);
    int refers = 0;
    for (Py_ssize_t place = 0; object != NULL && place < self->size; place++) {
        const Field *field = &self->fields[place];
        PyObject *value = next_value(field, &columns[place], &row);
        if (value == NULL) {
            Py_CLEAR(object);
        }
        else {
            refers |= PyType_IS_GC(Py_TYPE(value));
            *(PyObject **)((char *)object + field->offset) = value;
        }
    }
    if (object != NULL && refers && self->direct) {
        PyObject_GC_Track(object);
    }
    return object;
}

/* Return how many bytes the row is that begins at a place; 0 if there is no whole row. */
static inline Py_ssize_t
size_of_row(Bytes data, unsigned int sequence)
{
    if (data.end - data.at < 5 || data.at[3] != sequence) {
        return 0;
    }
    Py_ssize_t size = data.at[0] | data.at[1] << 8 | data.at[2] << 16;
    /* 16 MiB and more come in pieces; 0xFE begins the end of the result, 0xFF an error. */
    return size == 0xFFFFFF || size > data.end - data.at - 4 || data.at[4] >= 0xFE ? 0 : size;
}

/* Return the columns of a tuple of (kind, encoding or None, function or None), to be freed. */
static Column *
columns_of(PyObject *tuple)
{
    Py_ssize_t size = PyTuple_GET_SIZE(tuple);
    Column *columns = PyMem_New(Column, size ? size : 1);
    if (columns == NULL) {
        PyErr_NoMemory();
        return NULL;
    }
    for (Py_ssize_t place = 0; place < size; place++) {
        Column *column = &columns[place];
        PyObject *item = PyTuple_GET_ITEM(tuple, place);
        if (!PyTuple_Check(item)) {
            PyErr_SetString(PyExc_TypeError, "a column is no tuple");
        }
        if (PyErr_Occurred()
            || !PyArg_ParseTuple(item, "izO:column", &column->kind, &column->encoding,
                                 &column->convert)) {
            PyMem_Free(columns);
            return NULL;
        }
        column->utf8 = column->encoding != NULL && strcmp(column->encoding, "utf8") == 0;
    }
    return columns;
}

/* Append what is built of the whole rows to a list, stepping over them; return -1 with an exception
   if one cannot be built. */
static int
append_rows(const Builder *self, const Column *columns, Bytes *data, unsigned int *sequence,
            PyObject *rows)
{
    Py_ssize_t size;
    while ((size = size_of_row(*data, *sequence)) > 0) {
        const unsigned char *at = data->at + 4;
        PyObject *object = object_of(self, columns, (Bytes){at, at + size});
        if (object == NULL) {
            return PyErr_Occurred() ? -1 : 0;
        }
        int failed = PyList_Append(rows, object) < 0;
        Py_DECREF(object);
        if (failed) {
            return -1;
        }
        data->at = at + size;
        *sequence = (*sequence + 1) & 0xFF;
    }
    return 0;
}

/* Builder.read_mysql(data, start, end, sequence, columns, rows): see _rows.pyi. */
PyObject *
read_mysql(Builder *self, PyObject *args)
{
    Py_buffer data;
    Py_ssize_t start, end;
    unsigned int sequence;
    PyObject *described, *rows;
    if (PyDateTimeAPI == NULL) {
        PyDateTime_IMPORT;
    }
    if (PyDateTimeAPI == NULL
        || !PyArg_ParseTuple(args, "y*nnIO!O!:read_mysql", &data, &start, &end, &sequence,
                             &PyTuple_Type, &described, &PyList_Type, &rows)) {
        return NULL;
    }
    PyObject *result = NULL;
    Column *columns = NULL;
    if (start < 0 || start > end || end > data.len) {
        PyErr_SetString(PyExc_IndexError, "no such part of the bytes");
    }
    else if (PyTuple_GET_SIZE(described) != self->size) {
        refuse_size(self, PyTuple_GET_SIZE(described));
    }
    else if ((columns = columns_of(described)) != NULL) {
        const unsigned char *first = data.buf;
        Bytes left = {first + start, first + end};
        if (append_rows(self, columns, &left, &sequence, rows) == 0) {
            result = Py_BuildValue("nI", (Py_ssize_t)(left.at - first), sequence);
        }
    }
    PyMem_Free(columns);
    PyBuffer_Release(&data);
    return result;
}
