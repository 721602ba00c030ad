/** Apart from the rest, so that the stock application finds no component here. */
package com.lianxing.bench.stock;
