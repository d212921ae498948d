package dev.surprisal.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the image is made of, as its Dockerfile says in its last stage. Only what stands there is known here: a step that is new fails, so
 * that nobody forgets to try it.
 */
record Dockerfile(
        String folder,
        Map<String, String> copies,
        List<String> runs,
        String user,
        Map<String, String> environment,
        List<String> volumes,
        List<String> entryPoint) {
    private static final Pattern USER_ADDED = Pattern.compile("useradd .*--uid (\\d+) .* (\\w+) ");

    static Dockerfile read(Path file) throws IOException {
        String folder = "/";
        String user = "";
        Map<String, String> copies = new LinkedHashMap<>();
        List<String> runs = new ArrayList<>();
        Map<String, String> environment = new LinkedHashMap<>();
        List<String> volumes = List.of();
        List<String> entryPoint = List.of();
        for (String step : lastStage(file)) {
            String[] words = step.split(" ", 2);
            switch (words[0]) {
                case "WORKDIR" -> folder = words[1];
                case "USER" -> user = words[1];
                case "RUN" -> runs.add(words[1] + " ");
                case "VOLUME" -> volumes = strings(words[1]);
                case "ENTRYPOINT" -> entryPoint = strings(words[1]);
                case "ENV" ->
                    Stream.of(words[1].split(" ", -1))
                            .map(pair -> pair.split("=", 2))
                            .forEach(pair -> environment.put(pair[0], pair[1]));
                case "COPY" -> {
                    String[] places = words[1].replaceFirst("--from=build ", "").split(" ", -1);
                    copies.put(places[1], places[0]);
                }
                case "FROM", "EXPOSE", "HEALTHCHECK" -> {}
                default -> throw new IllegalArgumentException("nobody tries out the step " + step);
            }
        }
        return new Dockerfile(folder, copies, runs, user, environment, volumes, entryPoint);
    }

    /** Its steps, each in a line. */
    private static List<String> lastStage(Path file) throws IOException {
        String joined = Files.readString(file).replaceAll("(?m)^#.*\n", "").replaceAll("\\\\\n\\s*", "");
        return joined.substring(joined.lastIndexOf("\nFROM ") + 1)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static List<String> strings(String json) {
        return List.of(new JsonMapper().readValue(json, String[].class));
    }

    /** What a variable of the environment is set to. */
    String variable(String name) {
        return Objects.requireNonNull(environment.get(name), () -> "no step sets " + name);
    }

    /** The number of the user as whom it runs. */
    String uid() {
        for (String run : runs) {
            Matcher added = USER_ADDED.matcher(run);
            if (added.find() && added.group(2).equals(user)) {
                return added.group(1);
            }
        }
        throw new IllegalStateException("no step adds the user " + user);
    }
}
