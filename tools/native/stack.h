/* Room on the C stack.

   The interpreter counts its frames and raises RecursionError.  Compiled functions call each
   other as C functions do, and would end in a segmentation fault: each asks here first. */

#ifndef FLASH_STACK_H
#define FLASH_STACK_H

#include <stdint.h>

#if defined(_MSC_VER)
#define FLASH_PER_THREAD __declspec(thread)
#elif defined(__GLIBC__)
/* read with one instruction rather than a call; glibc keeps room for so little */
#define FLASH_PER_THREAD __thread __attribute__((tls_model("initial-exec")))
#else
#define FLASH_PER_THREAD __thread
#endif

/* The lowest address that may be used; the highest of all until a thread's stack is known. */
extern FLASH_PER_THREAD uintptr_t flash_lowest;

int flash_stack_is_exceeded(uintptr_t here);

/* Tell whether too little is left, with RecursionError set. */
static inline int flash_stack_is_low(void)
{
    char here;
    return (uintptr_t)&here < flash_lowest && flash_stack_is_exceeded((uintptr_t)&here);
}

#endif
