package com.lianxing.bench.stock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The Camunda starter as it comes. */
@SpringBootApplication
public class StockApplication {

    /** Settings come as arguments: the database, an administrator, and rights switched on. */
    public static void main(String[] arguments) {
        SpringApplication.run(StockApplication.class, arguments);
    }
}
