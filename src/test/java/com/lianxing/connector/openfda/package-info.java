@NullMarked
package com.lianxing.connector.openfda;

import org.jspecify.annotations.NullMarked;
