package io.tierline.stack;

import java.time.Clock;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Puts a server on a stack: its properties, the movable {@link Clock} in place of the system's, and
 * the stack, its clock and its mail catcher to be injected.
 *
 * @param stack the stack, whose parts run
 */
public record StackInitializer(LocalStack stack)
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    stack.closeFirst(context);
    TestPropertyValues.of(stack.properties()).applyTo(context);
    ConfigurableListableBeanFactory beans = context.getBeanFactory();
    beans.registerSingleton("localStack", stack);
    // a definition and not a singleton, which @ConditionalOnMissingBean doesn't see
    ((GenericApplicationContext) context)
        .registerBean(
            "movableClock", MovableClock.class, stack::clock, clock -> clock.setPrimary(true));
    beans.registerSingleton("mailCatcher", stack.mail());
  }
}
