# One service, or the program migrate, built from the checkout: --build-arg SERVICE=command-service. All are built together, once.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
# There is no Git folder here: --build-arg COMMIT=$(git rev-parse HEAD) has the services name it.
ARG COMMIT=unknown
RUN --mount=type=cache,target=/m2 mvn --activate-profiles release -Dmaven.repo.local=/m2 --batch-mode --no-transfer-progress --quiet \
        -Droster.commit.id.full=$COMMIT -Droster.commit.id.abbrev=$(printf %.7s $COMMIT) \
        --projects migrate,command-service,query-service,notification-service,console --also-make \
        -Dmaven.test.skip=true -Dspotless.check.skip=true package
# Libraries of others apart, for a layer that a change of Roster leaves as it is.
RUN jar="$(basename access/target/access-*.jar)"; version="${jar#access}"; \
    for service in migrate command-service query-service notification-service console; do \
        mkdir --parents /services/$service/others/lib /services/$service/own/lib \
     && mv $service/target/$service.jar /services/$service/own/service.jar \
     && mv $service/target/$service.cdx.json /services/$service/own/bom.cdx.json \
     && for jar in $service/target/lib/*; do \
            case "$jar" in *"$version") whose=own ;; *) whose=others ;; esac; \
            mv "$jar" /services/$service/$whose/lib/ || exit 1; \
        done || exit 1; \
    done

FROM eclipse-temurin:25-jre
RUN useradd --system --no-create-home roster
WORKDIR /service
COPY deploy/ready /usr/local/bin/ready
ENV AXONIQ_UPDATE_CHECKER_DISABLED=true \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED"
ARG SERVICE
COPY --from=build /services/${SERVICE}/others .
COPY --from=build /services/${SERVICE}/own .
USER roster
ENTRYPOINT ["java", "-jar", "service.jar"]
