#include "CJudgeWeights.h"

const unsigned char nyckeltal_judge_weights[] = {
#embed "weights.tsv"
};

const size_t nyckeltal_judge_weights_size = sizeof nyckeltal_judge_weights;
