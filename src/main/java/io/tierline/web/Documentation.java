package io.tierline.web;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI document, served at /v3/api-docs and readable at /docs. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
    info =
        @Info(
            title = "Tierline",
            version = "v1",
            description =
                """
                Support escalations between customers, resellers and vendors. Everything that \
                happens is an entry on a ticket's timeline; what the vendor promises about it is \
                a judgement, with the row and the clause behind each answer.

                Refusals are problem details (RFC 9457): `detail` says what was expected and what \
                was found, `rule` and `clauses` which rule refused. Whatever records something \
                takes an `Idempotency-Key`: the same key with the same body records once, however \
                often it is sent; a pack's version is a key of that kind itself. Instants are ISO 8601 in UTC."""),
    security = @SecurityRequirement(name = "key"))
@SecurityScheme(
    name = "key",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "An API key, such as `tl_` and 64 hex digits")
class Documentation {

  private static final String PROBLEM = "Problem";

  /** Every refusal has one shape, whatever the call answers when it succeeds. */
  @Bean
  OpenApiCustomizer refusals() {
    return api -> {
      api.getComponents().addSchemas(PROBLEM, problem());
      api.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .flatMap(call -> call.getResponses().entrySet().stream())
          .filter(response -> response.getKey().compareTo("400") >= 0)
          .forEach(response -> response.getValue().setContent(refusal()));
    };
  }

  private static Content refusal() {
    Schema<?> schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
    return new Content()
        .addMediaType(
            org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
            new MediaType().schema(schema));
  }

  private static Schema<?> problem() {
    return new ObjectSchema()
        .description("Problem details (RFC 9457)")
        .addProperty("type", new StringSchema().description("A stable URN"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema().description("Expected ..., but ..."))
        .addProperty("instance", new StringSchema())
        .addProperty("rule", new StringSchema().description("The rule of the pack that refused"))
        .addProperty("clauses", new ArraySchema().items(new StringSchema()))
        .addProperty("faults", faults());
  }

  private static Schema<?> faults() {
    Schema<?> fault =
        new ObjectSchema()
            .addProperty("file", new StringSchema())
            .addProperty("where", new StringSchema().description("The row, the line or the key"))
            .addProperty("reason", new StringSchema().description("Expected ..., but ..."));
    return new ArraySchema().items(fault).description("Everything that is wrong with an upload");
  }
}
