@NullMarked
package com.lianxing.connector.mail;

import org.jspecify.annotations.NullMarked;
