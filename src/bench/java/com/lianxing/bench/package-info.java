/** Measures Lianxing and the unmodified Camunda starter with the same tasks. */
package com.lianxing.bench;
