package com.lianxing.process.fbainbound;

import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Sheet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The totals are those of the rows: cartons to the piece, weight and volume to half a percent, as papers round. */
@Component
class DescribeBoxesRule implements SubmissionRule {

    private static final BigDecimal KG_PER_POUND = new BigDecimal("0.45359237");
    private static final BigDecimal CM_PER_INCH = new BigDecimal("2.54");
    private static final BigDecimal TOLERANCE = new BigDecimal("0.005");

    private final Sheet boxes;

    DescribeBoxesRule(@Qualifier("boxesSheet") Sheet boxes) {
        this.boxes = boxes;
    }

    @Override
    public String formId() {
        return "fba-inbound-describe-boxes";
    }

    @Override
    public List<Violation> check(Submission submission) {
        ProjectCode project = new ProjectCode(submission.projectCode().orElseThrow());
        BigDecimal cartons = BigDecimal.ZERO;
        BigDecimal weight = BigDecimal.ZERO;
        BigDecimal volume = BigDecimal.ZERO;
        List<Map<String, String>> rows = boxes.read(Sheet.Subject.of(project)).rows();
        if (rows.isEmpty()) {
            return List.of(); // That they are missing is said already.
        }
        for (Map<String, String> box : rows) {
            BigDecimal count = number(box, "boxes");
            cartons = cartons.add(count);
            weight = weight.add(kilograms(box).multiply(count));
            volume = volume.add(cubicMetres(box).multiply(count));
        }
        return new Violations()
                .when(
                        cartons.compareTo(BigDecimal.valueOf(
                                        submission.number("totalCartons").orElseThrow()))
                                != 0,
                        "totalCartons",
                        "rule.totalOfRows",
                        cartons.toPlainString())
                .when(differs(weight, submission, "totalGrossKg"), "totalGrossKg", "rule.totalOfRows", shown(weight))
                .when(
                        differs(volume, submission, "totalVolumeCbm"),
                        "totalVolumeCbm",
                        "rule.totalOfRows",
                        shown(volume))
                .list();
    }

    private static boolean differs(BigDecimal sum, Submission submission, String key) {
        BigDecimal entered = submission.decimal(key).orElseThrow();
        return sum.subtract(entered).abs().compareTo(sum.multiply(TOLERANCE)) > 0;
    }

    private static String shown(BigDecimal sum) {
        return sum.setScale(3, RoundingMode.HALF_UP).toPlainString();
    }

    private static BigDecimal kilograms(Map<String, String> box) {
        BigDecimal weight = number(box, "weight");
        return "LB".equals(box.get("weightUnit")) ? weight.multiply(KG_PER_POUND) : weight;
    }

    private static BigDecimal cubicMetres(Map<String, String> box) {
        BigDecimal volume =
                centimetres(box, "length").multiply(centimetres(box, "width")).multiply(centimetres(box, "height"));
        return volume.movePointLeft(6);
    }

    private static BigDecimal centimetres(Map<String, String> box, String side) {
        BigDecimal length = number(box, side);
        return "IN".equals(box.get("lengthUnit")) ? length.multiply(CM_PER_INCH) : length;
    }

    private static BigDecimal number(Map<String, String> box, String key) {
        return new BigDecimal(String.valueOf(box.get(key)).strip());
    }
}
