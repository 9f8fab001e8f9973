/* Building rows: what flash_core/rows.py does, at the cost of a tuple instead of a call.

   A dataclass with slots is an object with a pointer for each field at a fixed offset. Calling
   the class runs its __init__ in the interpreter, which takes several times as long as writing
   those pointers; where ten thousand rows are fetched, that is most of what a row costs over the
   driver's tuple. The caller has made sure that __init__ would do nothing else (rows.py). */

#include "_rows.h"

#include <structmember.h>

/* Return whether a value is not zero: a new reference. */
static PyObject *
truth_of(PyObject *value)
{
    if (PyLong_CheckExact(value)) {
        return Py_NewRef(PyObject_IsTrue(value) ? Py_True : Py_False);
    }
    PyObject *zero = PyLong_FromLong(0);
    if (zero == NULL) {
        return NULL;
    }
    PyObject *result = PyObject_RichCompare(value, zero, Py_NE);
    Py_DECREF(zero);
    return result;
}

void
refuse_size(const Builder *self, Py_ssize_t size)
{
    PyErr_Format(PyExc_TypeError, "%s has %zd fields, and the row %zd values", self->row->tp_name,
                 self->size, size);
}

PyObject *
decoded_value(const Field *field, PyObject *value)
{
    if (field->truth) {
        return truth_of(value);
    }
    if (field->quick != NULL) {
        PyObject *result = PyObject_CallOneArg(field->quick, value);
        if (result != NULL || !(PyErr_ExceptionMatches(PyExc_ValueError)
                                || PyErr_ExceptionMatches(PyExc_TypeError))) {
            return result;
        }
        PyErr_Clear();
    }
    return PyObject_CallOneArg(field->decode, value);
}

/* Return the value at a place of a row: a new reference. */
static PyObject *
value_at(const Builder *self, PyObject *values, Py_ssize_t place)
{
    PyObject *value = PySequence_GetItem(values, place);
    if (value == NULL || self->fields[place].decode == NULL) {
        return value;
    }
    PyObject *result = decoded(&self->fields[place], value);
    Py_DECREF(value);
    return result;
}

/* Return an instance of the row class: a new reference.  Rows are tuples but for asyncpg's.

   One whose values refer to nothing, texts and numbers for instance, can be in no cycle as long as
   its fields are assigned what their annotations say, so the garbage collector need not look at it:
   as the interpreter does with a tuple of such values. */
static PyObject *
built(const Builder *self, PyObject *values)
{
    int exact = PyTuple_Check(values);
    Py_ssize_t size = exact ? PyTuple_GET_SIZE(values) : PySequence_Size(values);
    if (size != self->size) {
        if (size >= 0) {
            refuse_size(self, size);
        }
        return NULL;
    }
    PyObject *object = unfilled(self);
    if (object == NULL) {
        return NULL;
    }
    int refers = 0;
    for (Py_ssize_t place = 0; place < size; place++) {
        const Field *field = &self->fields[place];
        PyObject *value = exact ? decoded(field, PyTuple_GET_ITEM(values, place))
                                : value_at(self, values, place);
        if (value == NULL) {
            Py_DECREF(object);
            return NULL;
        }
        refers |= PyType_IS_GC(Py_TYPE(value));
        *(PyObject **)((char *)object + field->offset) = value;
    }
    if (refers && self->direct) {
        PyObject_GC_Track(object);
    }
    return object;
}

/* Builder.one(values): what is built of one row; None of None. */
static PyObject *
one(Builder *self, PyObject *values)
{
    return values == Py_None ? Py_NewRef(values) : built(self, values);
}

/* Return the list of what is built of each row of a tuple, whose length nobody can change. */
static PyObject *
built_of_tuple(const Builder *self, PyObject *rows)
{
    Py_ssize_t size = PyTuple_GET_SIZE(rows);
    PyObject *list = PyList_New(size);
    for (Py_ssize_t place = 0; list != NULL && place < size; place++) {
        PyObject *object = built(self, PyTuple_GET_ITEM(rows, place));
        if (object == NULL) {
            Py_CLEAR(list);
        }
        else {
            PyList_SET_ITEM(list, place, object);
        }
    }
    return list;
}

/* The same of whatever can be gone through. */
static PyObject *
built_of_any(const Builder *self, PyObject *rows)
{
    PyObject *iterator = PyObject_GetIter(rows);
    PyObject *list = iterator == NULL ? NULL : PyList_New(0);
    PyObject *values;
    while (list != NULL && (values = PyIter_Next(iterator)) != NULL) {
        PyObject *object = built(self, values);
        Py_DECREF(values);
        int failed = object == NULL || PyList_Append(list, object) < 0;
        Py_XDECREF(object);
        if (failed) {
            break;
        }
    }
    Py_XDECREF(iterator);
    if (PyErr_Occurred()) {
        Py_CLEAR(list);
    }
    return list;
}

/* Builder.__call__(rows): the list of what is built of each. */
static PyObject *
call(Builder *self, PyObject *args, PyObject *keywords)
{
    PyObject *rows;
    if (keywords != NULL && PyDict_GET_SIZE(keywords) != 0) {
        PyErr_SetString(PyExc_TypeError, "a row builder takes no keyword arguments");
        return NULL;
    }
    if (!PyArg_UnpackTuple(args, "RowBuilder", 1, 1, &rows)) {
        return NULL;
    }
    return PyTuple_CheckExact(rows) ? built_of_tuple(self, rows) : built_of_any(self, rows);
}

static int
traverse(Builder *self, visitproc visit, void *arg)
{
    Py_VISIT(self->row);
    for (Py_ssize_t place = 0; place < self->size; place++) {
        Py_VISIT(self->fields[place].decode);
        Py_VISIT(self->fields[place].quick);
    }
    return 0;
}

static int
clear(Builder *self)
{
    Py_CLEAR(self->row);
    for (Py_ssize_t place = 0; place < self->size; place++) {
        Py_CLEAR(self->fields[place].decode);
        Py_CLEAR(self->fields[place].quick);
    }
    return 0;
}

static void
dealloc(Builder *self)
{
    PyObject_GC_UnTrack(self);
    clear(self);
    PyMem_Free(self->fields);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

/* Return where the pointer of a field stands in an object; -1 with an exception if nowhere. */
static Py_ssize_t
offset_of(PyTypeObject *row, PyObject *name)
{
    PyObject *slot = PyObject_GetAttr((PyObject *)row, name);
    if (slot == NULL) {
        return -1;
    }
    Py_ssize_t offset = -1;
    if (Py_IS_TYPE(slot, &PyMemberDescr_Type) && PyDescr_TYPE(slot) == row
        && ((PyMemberDescrObject *)slot)->d_member->type == T_OBJECT_EX) {
        offset = ((PyMemberDescrObject *)slot)->d_member->offset;
    }
    else {
        PyErr_Format(PyExc_TypeError, "%s.%U is no slot", row->tp_name, name);
    }
    Py_DECREF(slot);
    return offset;
}

/* Return a new reference to an item of a tuple; NULL for None. */
static PyObject *
item_or_null(PyObject *tuple, Py_ssize_t place)
{
    PyObject *item = PyTuple_GET_ITEM(tuple, place);
    return item == Py_None ? NULL : Py_NewRef(item);
}

/* RowBuilder(row, names, decoders, quick): the class, the names of its fields in order; for each a
   decoder or None, and what is tried before it or None. */
static PyObject *
create(PyTypeObject *type, PyObject *args, PyObject *keywords)
{
    PyTypeObject *row;
    PyObject *names, *decoders, *quick;
    (void)keywords;
    if (!PyArg_ParseTuple(args, "O!O!O!O!:RowBuilder", &PyType_Type, &row, &PyTuple_Type, &names,
                          &PyTuple_Type, &decoders, &PyTuple_Type, &quick)) {
        return NULL;
    }
    Py_ssize_t size = PyTuple_GET_SIZE(names);
    if (PyTuple_GET_SIZE(decoders) != size || PyTuple_GET_SIZE(quick) != size) {
        PyErr_SetString(PyExc_TypeError, "a row builder needs a decoder or None for each field");
        return NULL;
    }
    Builder *self = (Builder *)type->tp_alloc(type, 0);
    if (self == NULL) {
        return NULL;
    }
    self->row = (PyTypeObject *)Py_NewRef((PyObject *)row);
    self->direct = PyType_IS_GC(row) && row->tp_alloc == PyType_GenericAlloc
                   && row->tp_itemsize == 0 && row->tp_dictoffset == 0;
    self->fields = PyMem_Calloc(size ? size : 1, sizeof(Field));
    if (self->fields == NULL) {
        Py_DECREF(self);
        return PyErr_NoMemory();
    }
    for (; self->size < size; self->size++) {
        Field *field = &self->fields[self->size];
        field->offset = offset_of(row, PyTuple_GET_ITEM(names, self->size));
        if (field->offset < 0) {
            Py_DECREF(self);
            return NULL;
        }
        field->decode = item_or_null(decoders, self->size);
        field->quick = item_or_null(quick, self->size);
        field->truth = field->decode == (PyObject *)&PyBool_Type;
    }
    return (PyObject *)self;
}

static PyMethodDef methods[] = {
    {"one", (PyCFunction)one, METH_O, PyDoc_STR("Return what is built of one row; None of None.")},
    {"read_mysql", (PyCFunction)read_mysql, METH_VARARGS,
     PyDoc_STR("Append what is built of the rows that have arrived whole; return what is left.")},
    {NULL},
};

static PyTypeObject Builder_Type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "flash_core._rows.RowBuilder",
    .tp_doc = PyDoc_STR("What builds the rows of a class; see flash_core.rows."),
    .tp_basicsize = sizeof(Builder),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .tp_new = create,
    .tp_call = (ternaryfunc)call,
    .tp_methods = methods,
    .tp_traverse = (traverseproc)traverse,
    .tp_clear = (inquiry)clear,
    .tp_dealloc = (destructor)dealloc,
};

/* Return 1 if a value of a row at one of the places is of class str, else 0; -1 with an exception if
   the row is no tuple or has no such place. */
static inline int
has_text(PyObject *values, const Py_ssize_t *places, Py_ssize_t count)
{
    if (!PyTuple_Check(values)) {
        PyErr_SetString(PyExc_TypeError, "a row is no tuple");
        return -1;
    }
    for (Py_ssize_t number = 0; number < count; number++) {
        size_t place = (size_t)places[number];
        if (place >= (size_t)PyTuple_GET_SIZE(values)) {
            PyErr_SetString(PyExc_IndexError, "a row has no such place");
            return -1;
        }
        if (PyUnicode_CheckExact(PyTuple_GET_ITEM(values, place))) {
            return 1;
        }
    }
    return 0;
}

/* Return the numbers of a tuple, to be freed; NULL with an exception if one is none. */
static Py_ssize_t *
numbers_of(PyObject *tuple)
{
    Py_ssize_t size = PyTuple_GET_SIZE(tuple);
    Py_ssize_t *numbers = PyMem_New(Py_ssize_t, size ? size : 1);
    if (numbers == NULL) {
        PyErr_NoMemory();
        return NULL;
    }
    for (Py_ssize_t place = 0; place < size; place++) {
        numbers[place] = PyLong_AsSsize_t(PyTuple_GET_ITEM(tuple, place));
        if (numbers[place] == -1 && PyErr_Occurred()) {
            PyMem_Free(numbers);
            return NULL;
        }
    }
    return numbers;
}

/* holds_text(rows, places): whether a row has a value of class str at one of the places. */
static PyObject *
holds_text(PyObject *module, PyObject *args)
{
    PyObject *rows, *asked;
    (void)module;
    if (!PyArg_ParseTuple(args, "OO!:holds_text", &rows, &PyTuple_Type, &asked)) {
        return NULL;
    }
    rows = PySequence_Fast(rows, "rows are no sequence");
    Py_ssize_t *places = rows == NULL ? NULL : numbers_of(asked);
    int found = places == NULL ? -1 : 0;
    for (Py_ssize_t row = 0; !found && row < PySequence_Fast_GET_SIZE(rows); row++) {
        found = has_text(PySequence_Fast_GET_ITEM(rows, row), places, PyTuple_GET_SIZE(asked));
    }
    PyMem_Free(places);
    Py_XDECREF(rows);
    return found < 0 ? NULL : PyBool_FromLong(found);
}

static PyMethodDef functions[] = {
    {"holds_text", holds_text, METH_VARARGS,
     PyDoc_STR("Return whether a row has a text at one of the places.")},
    {NULL},
};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT,
    .m_name = "flash_core._rows",
    .m_size = -1,
    .m_methods = functions,
};

PyMODINIT_FUNC
PyInit__rows(void)
{
    PyObject *self = PyModule_Create(&module);
    if (self == NULL || PyModule_AddType(self, &Builder_Type) < 0) {
        Py_XDECREF(self);
        return NULL;
    }
    return self;
}
