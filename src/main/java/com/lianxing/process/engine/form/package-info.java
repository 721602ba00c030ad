/** What people submit: the deployed form's rules, the guard that holds every submission to them, what forms show. */
@NullMarked
package com.lianxing.process.engine.form;

import org.jspecify.annotations.NullMarked;
