package io.tierline.web;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
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
                often it is sent. Instants are ISO 8601 in UTC."""),
    security = @SecurityRequirement(name = "key"))
@SecurityScheme(
    name = "key",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "An API key, such as `tl_` and 64 hex digits")
class Documentation {}
