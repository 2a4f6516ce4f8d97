package io.tierline.stack;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Starts the parts before the server and tells it where they are; part of the cached context's key.
 */
record OnTheStackCustomizer(Set<Class<? extends Part>> parts) implements ContextCustomizer {

  /** An address at which nothing listens. */
  private static final String NOBODY = "http://127.0.0.1:9";

  @Override
  @SuppressWarnings("unchecked")
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    LocalStack stack = SharedStack.with(parts.toArray(Class[]::new));
    TestPropertyValues.of(
            "management.server.port=0",
            // a test's own small context has not everything that readiness asks
            "management.endpoint.health.validate-group-membership=false")
        .applyTo(context);
    new StackInitializer(stack).initialize(context);
    if (!parts.isEmpty() && !parts.contains(Engine.class)) {
      keepApart(configuration.getTestClass().getSimpleName(), stack, context);
    }
  }

  /**
   * Servers on one engine are instances of one server and share what they know. The others are
   * servers for themselves: with packs or tickets of their own, they would answer for each other.
   * That goes for jobs of an engine that runs for somebody else as well: to them nobody is there.
   */
  private static void keepApart(
      String name, LocalStack stack, ConfigurableApplicationContext context) {
    String url = stack.part(PostgreSql.class).url(name.toLowerCase(Locale.ROOT));
    TestPropertyValues.of(
            "spring.datasource.url=" + url,
            "tierline.zeebe.grpc=" + NOBODY,
            "tierline.zeebe.rest=" + NOBODY,
            "tierline.zeebe.records=" + NOBODY)
        .applyTo(context);
    context
        .getEnvironment()
        .getPropertySources()
        .addLast(new MapPropertySource("apart", Map.of("tierline.topic", name)));
  }

  /** Reads {@link OnTheStack} from a test class. */
  static final class Factory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
        Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
      OnTheStack annotation =
          TestContextAnnotationUtils.findMergedAnnotation(testClass, OnTheStack.class);
      return annotation == null ? null : new OnTheStackCustomizer(Set.of(annotation.value()));
    }
  }
}
