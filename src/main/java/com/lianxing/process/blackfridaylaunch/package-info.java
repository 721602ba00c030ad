/** The delegates of {@code processes/black-friday-launch.bpmn}. */
@NullMarked
package com.lianxing.process.blackfridaylaunch;

import org.jspecify.annotations.NullMarked;
