package com.lianxing.process.fdacertification;

import com.lianxing.certification.Certifications;
import com.lianxing.certification.Claim;
import com.lianxing.certification.Product;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_assessProduct}: what was said of the product, as facts for {@code fda-path.dmn}; whoever waits for its SKUs is linked. */
@Component
class AssessProductDelegate implements JavaDelegate {

    private static final Var<String> KIND = Var.string("productKind");
    private static final Var<String> USE = Var.string("productUse");
    private static final Var<String> EMISSION = Var.string("emission");
    private static final Var<Boolean> MONOGRAPH_INGREDIENT = Var.flag("monographIngredient");
    private static final Var<String> PRODUCT_CODE = Var.string("productCode");
    private static final Var<String> INTENDED_USE = Var.string("intendedUse");
    private static final Var<String> COUNTRY = Var.string("countryOfOrigin");
    private static final Var<Boolean> APPEARANCE_CLAIM = Var.flag("appearanceClaim");
    private static final Var<Boolean> BODY_CLAIM = Var.flag("bodyClaim");
    private static final Var<Boolean> DISEASE_CLAIM = Var.flag("diseaseClaim");
    private static final Var<Boolean> WELLNESS_ONLY = Var.flag("wellnessOnly");
    private static final Var<Boolean> PRODUCT_CODE_KNOWN = Var.flag("productCodeKnown");
    private static final Var<Boolean> RADIATES = Var.flag("radiates");
    private static final Var<Boolean> CONTRADICTION = Var.flag("contradiction");

    private final Certifications certifications;
    private final Clearances clearances;
    private final ActingPerson actor;

    AssessProductDelegate(Certifications certifications, Clearances clearances, ActingPerson actor) {
        this.certifications = certifications;
        this.clearances = clearances;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        Product product = new Product(
                Product.Kind.valueOf(KIND.in(execution)),
                Product.Use.valueOf(USE.in(execution)),
                Product.Emission.valueOf(EMISSION.in(execution)),
                MONOGRAPH_INGREDIENT.find(execution).orElse(false),
                PRODUCT_CODE.find(execution).filter(code -> !code.isBlank()).orElse(null),
                INTENDED_USE.in(execution),
                COUNTRY.in(execution),
                actor.id(),
                certifications.claims(project));
        certifications.describe(project, product);
        clearances.linkWaiting(project);
        boolean disease = product.claims(Claim.Kind.DISEASE);
        MONOGRAPH_INGREDIENT.setTransient(execution, product.monographIngredient());
        APPEARANCE_CLAIM.setTransient(execution, product.claims(Claim.Kind.APPEARANCE));
        BODY_CLAIM.setTransient(execution, disease || product.claims(Claim.Kind.BODY_FUNCTION));
        DISEASE_CLAIM.setTransient(execution, disease);
        WELLNESS_ONLY.setTransient(execution, product.claimsOnly(Claim.Kind.WELLNESS));
        PRODUCT_CODE_KNOWN.setTransient(execution, product.productCode() != null);
        RADIATES.setTransient(execution, product.emission() != Product.Emission.NONE);
        CONTRADICTION.setTransient(execution, product.isContradictory());
    }
}
