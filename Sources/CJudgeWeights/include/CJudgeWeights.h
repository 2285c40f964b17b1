// The judge's weights, as `make train` writes them, compiled in as they are: a literal of as many
// bytes takes the Swift compiler minutes.

#ifndef NYCKELTAL_JUDGE_WEIGHTS_H
#define NYCKELTAL_JUDGE_WEIGHTS_H

#include <stddef.h>

extern const unsigned char nyckeltal_judge_weights[];
extern const size_t nyckeltal_judge_weights_size;

// The first byte, for languages that do not import arrays of unknown length.
static inline const unsigned char *nyckeltal_judge_weights_start(void) {
  return nyckeltal_judge_weights;
}

#endif
