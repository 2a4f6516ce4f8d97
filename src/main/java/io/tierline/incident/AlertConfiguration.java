package io.tierline.incident;

import io.tierline.web.LargerBody;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the intake of alerts needs of others. */
@Configuration(proxyBeanMethods = false)
class AlertConfiguration {

  /** A monitoring has much to say when everything is down. */
  @Bean
  LargerBody alertBody() {
    return new LargerBody(AlertController.PATH);
  }
}
