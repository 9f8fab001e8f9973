/* What builds rows, for the files that read the values of a row each in its own way. */

#ifndef FLASH_ROWS_H
#define FLASH_ROWS_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

typedef struct {
    Py_ssize_t offset;  /* of the field's pointer in the object */
    PyObject *decode;   /* what makes the field's value of the driver's; NULL: it is the same */
    PyObject *quick;    /* what does so for most values, and raises for the others; or NULL */
    int truth;          /* decode is bool: whether the number is not zero */
} Field;

typedef struct {
    PyObject_HEAD
    PyTypeObject *row;
    Py_ssize_t size;
    Field *fields;
    int direct;  /* an instance has its slots and no dictionary, and is made as of any class */
} Builder;

/* Raise TypeError: a row has so many values. */
void refuse_size(const Builder *self, Py_ssize_t size);

/* Return a new reference to a value that was not NULL of the database, decoded. */
PyObject *decoded_value(const Field *field, PyObject *value);

/* Return a new reference to the value of a field, NULL of the database (None) kept. */
static inline PyObject *
decoded(const Field *field, PyObject *value)
{
    return field->decode == NULL || value == Py_None ? Py_NewRef(value)
                                                     : decoded_value(field, value);
}

/* Return an object whose fields are empty: a new reference.

   The garbage collector does not know it yet if it has no dictionary: tp_alloc would
   tell it, and it would have to be told otherwise for most rows. */
static inline PyObject *
unfilled(const Builder *self)
{
    PyTypeObject *row = self->row;
    if (!self->direct) {
        return row->tp_alloc(row, 0);
    }
    PyObject *object = PyObject_GC_New(PyObject, row);
    if (object != NULL) {
        memset(object + 1, 0, (size_t)row->tp_basicsize - sizeof(PyObject));
    }
    return object;
}

/* Builder.read_mysql(): see _rows_mysql.c. */
PyObject *read_mysql(Builder *self, PyObject *args);

#endif
