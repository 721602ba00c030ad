@NullMarked
package com.lianxing.process.engine.form;

import org.jspecify.annotations.NullMarked;
