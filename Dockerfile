FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.percorsi \
    ./mvnw -B -ntp -DskipTests package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --create-home --home-dir /app --shell /usr/sbin/nologin percorsi
WORKDIR /app
COPY --from=build /src/web/target/percorsi-web-*.jar percorsi.jar
USER percorsi
EXPOSE 8080
# Bash speaks TCP by itself: nothing has to be installed to ask for the health.
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "percorsi.jar"]
