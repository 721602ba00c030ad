/** What every kind of project does alike: to be registered, funded, stopped, cancelled. */
@NullMarked
package com.lianxing.process.lifecycle;

import org.jspecify.annotations.NullMarked;
