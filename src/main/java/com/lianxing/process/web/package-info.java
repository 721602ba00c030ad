/** HTTP endpoints under {@code /api} that speak of tasks, messages and projects. */
@NullMarked
package com.lianxing.process.web;

import org.jspecify.annotations.NullMarked;
