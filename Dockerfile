# Tierline from the packaged jar: ./mvnw -Dmaven.test.skip package, then docker build.
# The layers come in the order in which they change, so a new build sends our own classes alone.
FROM eclipse-temurin:25-jre AS layers
WORKDIR /build
COPY target/tierline-*.jar tierline.jar
RUN java -Djarmode=tools -jar tierline.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
WORKDIR /tierline
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
# A number: an orchestrator that refuses root can tell it from root.
USER 10001
EXPOSE 8080
# The management port listens inside alone, and the image has neither curl nor wget.
HEALTHCHECK --interval=5s --timeout=3s --start-period=120s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8081 && printf 'GET /actuator/health/liveness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
# Java is process 1 and hears TERM itself: it stops in order.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "tierline.jar"]
