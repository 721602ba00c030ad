package com.lianxing.process.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A protected field of one of the engine's commands, which carry what somebody asked for and have no getters. A field
 * that a new version of the engine renames is found when the class that names it is loaded, which is at start.
 */
public final class CommandField<T> {

    private final Class<?> command;
    private final Class<T> type;
    private final VarHandle handle;

    private CommandField(Class<?> command, Class<T> type, VarHandle handle) {
        this.command = command;
        this.type = type;
        this.handle = handle;
    }

    /** @param command the class that declares the field */
    public static <T> CommandField<T> of(Class<?> command, String name, Class<T> type) {
        try {
            Class<?> declared = Arrays.stream(command.getDeclaredFields())
                    .filter(field -> field.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchFieldException(command.getName() + "." + name))
                    .getType();
            VarHandle handle = MethodHandles.privateLookupIn(command, MethodHandles.lookup())
                    .findVarHandle(command, name, declared);
            return new CommandField<>(command, type, handle);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    public @Nullable T get(Object instance) {
        return type.cast(handle.get(command.cast(instance)));
    }

    /** @throws UnsupportedOperationException if the field is final */
    public void set(Object instance, @Nullable T value) {
        handle.set(command.cast(instance), value);
    }
}
