/* Where a thread's stack ends; see stack.h. */

#define _GNU_SOURCE
#include <Python.h>

#include "stack.h"

#if defined(_WIN32)
#include <windows.h>
#else
#include <pthread.h>
#endif

/* For what is called without asking: the interpreter, libraries and tracebacks. */
#define KEPT_FREE ((size_t)256 << 10)

FLASH_PER_THREAD uintptr_t flash_lowest = UINTPTR_MAX;

static uintptr_t end_of_stack(void)
{
#if defined(_WIN32)
    ULONG_PTR low, high;
    GetCurrentThreadStackLimits(&low, &high);
    return (uintptr_t)low;
#elif defined(__APPLE__)
    pthread_t thread = pthread_self();
    return (uintptr_t)pthread_get_stackaddr_np(thread) - pthread_get_stacksize_np(thread);
#else
    pthread_attr_t attributes;
    void *low = NULL;
    size_t size;
    if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
        pthread_attr_getstack(&attributes, &low, &size);
        pthread_attr_destroy(&attributes);
    }
    return (uintptr_t)low;
#endif
}

int flash_stack_is_exceeded(uintptr_t here)
{
    if (flash_lowest == UINTPTR_MAX) {
        uintptr_t end = end_of_stack();
        size_t left = here - end;
        flash_lowest = end + (left / 2 < KEPT_FREE ? left / 2 : KEPT_FREE);
    }
    if (here >= flash_lowest) {
        return 0;
    }
    PyErr_SetString(PyExc_RecursionError, "the C stack is used up");
    return 1;
}
