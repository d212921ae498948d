package dev.surprisal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.store.DatabaseAddress;
import dev.surprisal.store.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The server is killed at random moments while learners answer, again and again. What was not acknowledged they send again under the
 * same attempt id, as the browser does.
 */
class KillIT {
    private static final int LEARNERS = 4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatWasAcknowledgedIsThereOnceAfterAnyKill(Kind kind) throws Exception {
        int rounds = Boolean.getBoolean("surprisal.deep") ? 50 : kind == Kind.SQLITE ? 2 : 1;
        long seed = System.nanoTime();
        var random = new Random(seed);
        DatabaseAddress address = kind.empty(folder.resolve("data"));
        Map<String, String> environment = new ConcurrentHashMap<>(
                Map.of("SURPRISAL_LIMITS_REQUESTS", "1000000", "SURPRISAL_LIMITS_ANSWERS", "1000000"));
        if (address instanceof DatabaseAddress.Postgres postgres) {
            environment.put("SURPRISAL_DATABASE_URL", postgres.url());
            environment.put("SURPRISAL_DATABASE_USER", String.valueOf(postgres.user()));
        }
        try (RunningCourse course =
                RunningCourse.start(LossCourse.write(folder.resolve("content")), folder.resolve("data"), environment)) {
            List<Learner> learners = new ArrayList<>();
            for (int i = 0; i < LEARNERS; i++) {
                learners.add(new Learner(new Answerer(course, LossCourse.PAGE)));
            }
            for (int round = 1; round <= rounds; round++) {
                var begun = new CountDownLatch(LEARNERS);
                underLoad(learners, begun, () -> {
                    assertThat(begun.await(60, TimeUnit.SECONDS))
                            .as("everybody is answering")
                            .isTrue();
                    Thread.sleep(random.nextInt(1000));
                    course.kill();
                });
                course.start();
                compare(learners, address, "seed " + seed + ", round " + round);
            }
            assertThat(learners)
                    .allSatisfy(learner -> assertThat(learner.acknowledged).isNotEmpty());
            System.out.printf(
                    "%s: %d kills, %d answers acknowledged, %d of them only when they were sent again%n",
                    kind,
                    rounds,
                    learners.stream()
                            .mapToInt(learner -> learner.acknowledged.size())
                            .sum(),
                    learners.stream().mapToInt(learner -> learner.again).sum());
        }
    }

    private static void underLoad(List<Learner> learners, CountDownLatch begun, Event event) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(learners.size())) {
            List<Future<?>> all = new ArrayList<>();
            for (Learner learner : learners) {
                all.add(threads.submit(() -> learner.answerUntilItBreaks(begun)));
            }
            event.happen();
            for (Future<?> each : all) {
                each.get();
            }
        }
    }

    private static void compare(List<Learner> learners, DatabaseAddress address, String when) {
        List<Stored> rows = Kind.open(address)
                .sql("select learner, id, input, verdict from event where kind = 'answer'")
                .query(Stored.class)
                .list();
        assertThat(rows).as(when).extracting(Stored::id).doesNotHaveDuplicates();
        Map<String, Stored> stored = rows.stream().collect(Collectors.toMap(Stored::id, row -> row));
        for (Learner learner : learners) {
            List<Stored> own = learner.sent.keySet().stream()
                    .flatMap(attempt -> Optional.ofNullable(stored.get(attempt)).stream())
                    .toList();
            assertThat(own).as(when).allMatch(row -> row.input().equals(learner.sent.get(row.id())));
            assertThat(own.stream().map(Stored::learner).distinct()).as(when).hasSizeLessThanOrEqualTo(1);
            assertThat(own.stream()
                            .filter(row -> learner.acknowledged.containsKey(row.id()))
                            .collect(Collectors.toMap(
                                    Stored::id, row -> row.verdict().toLowerCase(Locale.ROOT))))
                    .as(when)
                    .isEqualTo(learner.acknowledged);
        }
    }

    record Stored(String learner, String id, String input, String verdict) {}

    private interface Event {
        void happen() throws InterruptedException;
    }

    /** Somebody who answers with a new number each time, and knows what was said about it. */
    private static final class Learner {
        private final Answerer answerer;
        private final Map<String, String> sent = new ConcurrentHashMap<>();
        private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
        private @Nullable String pending;
        private int again;

        Learner(Answerer answerer) {
            this.answerer = answerer;
        }

        void answerUntilItBreaks(CountDownLatch begun) {
            try {
                answerer.join();
                String unanswered = pending;
                if (unanswered == null) {
                    sendNext(); // at first, so that everybody has something that could be lost
                    begun.countDown();
                } else {
                    begun.countDown();
                    send(unanswered);
                    again++;
                }
                while (true) {
                    sendNext();
                }
            } catch (IOException killed) {
                // as it should be
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void sendNext() throws IOException, InterruptedException {
            String attempt = UUID.randomUUID().toString();
            pending = attempt;
            sent.put(attempt, "0." + (1000 + sent.size()));
            send(attempt);
        }

        private void send(String attempt) throws IOException, InterruptedException {
            acknowledged.put(attempt, answerer.answer(LossCourse.QUESTION, attempt, sent.getOrDefault(attempt, "")));
        }
    }
}
