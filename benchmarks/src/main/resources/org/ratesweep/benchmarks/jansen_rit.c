/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0
 *
 * What a compiled language reaches that knows the model beforehand: a sweep over the connectivity C of the column of
 * Jansen and Rit (1995) in the form of the library's JRC2, with a random input, by Euler's method in double precision,
 * written for this model alone. Parameter sets stand side by side so that the compiler makes vector instructions of the
 * loop over them; exp is a reduction to the interval around 0, Taylor's polynomial of degree 13, and a scaling by a power
 * of 2 made of bits.
 *
 * Usage: jansen_rit SETS STEPS [REPETITIONS]
 * Writes for each repetition a line with the seconds that it took and V_e of the first set at the last sample. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifndef LANES
#define LANES 8
#endif
#define SAMPLING 10

enum variable { V_EIN, X_EIN, V_IIN, X_IIN, V_E, X_E, V_I, X_I, VARIABLES };

static const double step = 1e-4;
static const double h_e = 3.25e-3, tau_e = 10e-3, h_i = 22e-3, tau_i = 20e-3;
static const double m_max = 5, slope = 560, threshold = 6e-3;

static inline double exponential(double x) {
    const double factors[] = {
        1.0 / 6227020800, 1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040,
        1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 1.0 / 2, 1, 1,
    };
    const double shift = 0x1.8p52;
    double within = x < -708 ? -708 : x > 709 ? 709 : x;
    double shifted = within * 0x1.71547652b82fep+0 + shift;
    double power = shifted - shift;
    double rest = within - power * 0x1.62e42fee00000p-1 - power * 0x1.a39ef35793c76p-33;
    double sum = factors[0];
    for (int i = 1; i < 14; i++) {
        sum = sum * rest + factors[i];
    }
    int64_t bits;
    memcpy(&bits, &shifted, sizeof bits);
    bits = (bits << 52) + ((int64_t)1023 << 52);
    double scale;
    memcpy(&scale, &bits, sizeof scale);
    return sum * scale;
}

static inline double firing(double potential) {
    return m_max / (1 + exponential(slope * (threshold - potential)));
}

/* Takes LANES parameter sets through all steps and keeps every tenth of V_e and V_i. */
static void run(const double *connectivity, const double *inputs, int steps, size_t stride, double *kept_e,
                double *kept_i) {
    double y[VARIABLES][LANES] __attribute__((aligned(64))) = {{0}};
    double c[LANES] __attribute__((aligned(64)));
    memcpy(c, connectivity, sizeof c);
    for (int i = 0; i < steps; i++) {
        if (i % SAMPLING == 0) {
            memcpy(kept_e + i / SAMPLING * stride, y[V_E], sizeof c);
            memcpy(kept_i + i / SAMPLING * stride, y[V_I], sizeof c);
        }
        const double input = inputs[i];
#pragma omp simd
        for (int k = 0; k < LANES; k++) {
            double pyramidal = firing(y[V_E][k] - y[V_I][k]);
            double excitatory = firing(y[V_EIN][k]), inhibitory = firing(y[V_IIN][k]);
            double ein = h_e / tau_e * c[k] * pyramidal;
            double iin = h_e / tau_e * 0.25 * c[k] * pyramidal;
            double e = h_e / tau_e * (0.8 * c[k] * excitatory + input);
            double in = h_i / tau_i * 0.25 * c[k] * inhibitory;
            double d_ein = ein - y[V_EIN][k] / (tau_e * tau_e) - 2 / tau_e * y[X_EIN][k];
            double d_iin = iin - y[V_IIN][k] / (tau_e * tau_e) - 2 / tau_e * y[X_IIN][k];
            double d_e = e - y[V_E][k] / (tau_e * tau_e) - 2 / tau_e * y[X_E][k];
            double d_i = in - y[V_I][k] / (tau_i * tau_i) - 2 / tau_i * y[X_I][k];
            y[V_EIN][k] += step * y[X_EIN][k];
            y[V_IIN][k] += step * y[X_IIN][k];
            y[V_E][k] += step * y[X_E][k];
            y[V_I][k] += step * y[X_I][k];
            y[X_EIN][k] += step * d_ein;
            y[X_IIN][k] += step * d_iin;
            y[X_E][k] += step * d_e;
            y[X_I][k] += step * d_i;
        }
    }
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

int main(int arguments, char **argument) {
    int sets = arguments > 2 ? atoi(argument[1]) : 0, steps = arguments > 2 ? atoi(argument[2]) : 0;
    int repetitions = arguments > 3 ? atoi(argument[3]) : 1;
    if (sets < 1 || steps < 1) {
        fprintf(stderr, "usage: jansen_rit SETS STEPS [REPETITIONS]\n");
        return 2;
    }
    size_t stride = ((size_t)sets + LANES - 1) / LANES * LANES;
    size_t rows = ((size_t)steps + SAMPLING - 1) / SAMPLING;
    double *connectivity = malloc(stride * sizeof(double)), *inputs = malloc((size_t)steps * sizeof(double));
    double *kept_e = malloc(stride * rows * sizeof(double)), *kept_i = malloc(stride * rows * sizeof(double));
    if (!connectivity || !inputs || !kept_e || !kept_i) {
        fprintf(stderr, "not enough memory\n");
        return 1;
    }
    for (size_t i = 0; i < stride; i++) {
        connectivity[i] = 68 + (1350.0 - 68.0) * (double)i / (double)sets;
    }
    uint32_t random = 1;
    for (int i = 0; i < steps; i++) {
        random = random * 1664525 + 1013904223;
        inputs[i] = 120 + 200 * (random / 4294967296.0);
    }
    for (int i = 0; i < repetitions; i++) {
        double start = now();
        for (size_t block = 0; block < stride; block += LANES) {
            run(connectivity + block, inputs, steps, stride, kept_e + block, kept_i + block);
        }
        printf("%.9f %.17g\n", now() - start, kept_e[(rows - 1) * stride]);
    }
    return 0;
}
