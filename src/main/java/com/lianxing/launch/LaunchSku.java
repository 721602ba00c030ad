package com.lianxing.launch;

/**
 * A SKU of a launch.
 *
 * @param forecastUnits expected to be sold during the event
 * @param isStrategic whether it may earn less than the goal
 */
public record LaunchSku(String sku, long forecastUnits, boolean isStrategic) {}
