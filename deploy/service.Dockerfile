# One service, or the program migrate, built from the checkout: --build-arg SERVICE=command-service
FROM maven:3.9-eclipse-temurin-25 AS build
ARG SERVICE
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/m2 mvn -Dmaven.repo.local=/m2 --batch-mode --no-transfer-progress --quiet \
        --projects ${SERVICE} --also-make -Dmaven.test.skip=true -Dspotless.check.skip=true package \
 && mkdir /service && mv ${SERVICE}/target/${SERVICE}.jar /service/service.jar && mv ${SERVICE}/target/lib /service/

FROM eclipse-temurin:25-jre
RUN apt-get update && apt-get install --yes --no-install-recommends curl && rm --recursive /var/lib/apt/lists/* \
 && useradd --system --no-create-home roster
WORKDIR /service
COPY --from=build /service .
USER roster
ENV AXONIQ_UPDATE_CHECKER_DISABLED=true \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 --enable-native-access=ALL-UNNAMED"
ENTRYPOINT ["java", "-jar", "service.jar"]
