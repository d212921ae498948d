package dev.surprisal;

import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModuleDetectionStrategy;
import org.springframework.modulith.core.ApplicationModuleInformation;
import org.springframework.modulith.core.JavaPackage;
import org.springframework.modulith.core.NamedInterfaces;

/**
 * How Spring Modulith sees the rooms: each direct subpackage is one, and only its own package is open to others, except in the
 * math core, whose inner packages are its index. Said here and not by annotations, since the core knows no Spring.
 */
class Rooms implements ApplicationModuleDetectionStrategy {
    @Override
    public Stream<JavaPackage> getModuleBasePackages(JavaPackage root) {
        return root.getDirectSubPackages().stream();
    }

    @Override
    public NamedInterfaces detectNamedInterfaces(JavaPackage room, ApplicationModuleInformation information) {
        return room.getName().equals("dev.surprisal.math")
                ? NamedInterfaces.forOpen(room)
                : NamedInterfaces.of(room, information);
    }
}
