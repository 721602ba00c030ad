package com.lianxing.process.engine.form;

import com.lianxing.process.engine.Reader;
import com.lianxing.sourcing.Supplier;
import com.lianxing.sourcing.Suppliers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** All suppliers by name, each with whether a second person has verified it. */
@Component
class SupplierOptions implements ServerOptions {

    private static final int PAGE = 200;

    private final Suppliers suppliers;
    private final MessageSource messages;

    SupplierOptions(Suppliers suppliers, MessageSource messages) {
        this.suppliers = suppliers;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "suppliers";
    }

    @Override
    public List<Option> options(String argument, Reader reader) {
        List<Option> options = new ArrayList<>();
        List<Supplier> page = suppliers.list("", PAGE);
        while (!page.isEmpty()) {
            page.forEach(supplier -> options.add(option(supplier, reader)));
            page = suppliers.list(page.get(page.size() - 1).name(), PAGE);
        }
        return options;
    }

    private Option option(Supplier supplier, Reader reader) {
        String mark = messages.getMessage(supplier.verification().messageKey(), null, reader.language());
        String label = messages.getMessage("option.supplier", new Object[] {supplier.name(), mark}, reader.language());
        return new Option(supplier.id().toString(), label);
    }
}
