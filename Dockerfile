# Stage 1 builds with the project's own launcher; stage 2 holds a Java runtime, the application and the course.
#
#   docker build -t surprisal .
#   docker run -p 8080:8080 -v surprisal-data:/surprisal/data surprisal
#   docker run -p 8080:8080 -v surprisal-data:/surprisal/data -v "$PWD/content:/surprisal/content:ro" surprisal

ARG JAVA=25.0.3_9

FROM eclipse-temurin:${JAVA}-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven npm && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY course pom.xml package.json package-lock.json postcss.config.mjs .npmrc ./
COPY frontend frontend
COPY src src
COPY content content
RUN ./course build && rm target/app/surprisal.aot

FROM eclipse-temurin:${JAVA}-jre
RUN useradd --system --uid 1001 --home-dir /surprisal --no-create-home surprisal \
    && mkdir -p /surprisal/data && chown surprisal /surprisal/data
WORKDIR /surprisal
COPY --from=build /build/target/app app
COPY content content
# The cache of loaded classes belongs to this very Java runtime: a start that asks itself for what its first readers ask for writes it
RUN SURPRISAL_DATA=/tmp/training java -XX:AOTCacheOutput=app/surprisal.aot -XX:+UseCompactObjectHeaders \
        -Dsurprisal.rehearsal=true -Dserver.port=0 -jar app/surprisal.jar \
    && rm -r /tmp/training
USER surprisal
ENV SURPRISAL_CONTENT=/surprisal/content SURPRISAL_DATA=/surprisal/data
VOLUME ["/surprisal/content", "/surprisal/data"]
EXPOSE 8080
# Bash speaks TCP by itself, so the image needs no other program for this
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"status\":\"UP\"' <&3"]
# One process that takes SIGTERM itself
ENTRYPOINT ["java", "-XX:AOTCache=app/surprisal.aot", "-Xlog:aot*=off", "-XX:+UseCompactObjectHeaders", "-XX:MaxRAMPercentage=75", "-jar", "app/surprisal.jar"]
