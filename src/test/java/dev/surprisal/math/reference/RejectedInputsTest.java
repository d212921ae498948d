package dev.surprisal.math.reference;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no question of the course is refused by an error that names the argument, never answered with a number. */
class RejectedInputsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "entropy_categorical | {'p': [0.5, 0.6]} | p must sum to 1",
                "entropy_categorical | {'p': [1.2, -0.2]} | p[1] must be a finite number >= 0",
                "entropy_categorical | {'p': [1]} | p needs at least 2 outcomes",
                "entropy_categorical | {'p': [0, 0]} | p must sum to 1",
                "kl_categorical | {'p': [0.5, 0.5], 'q': [0.25, 0.25, 0.5]} | p and q must have the same outcomes",
                "kl_normal | {'mu1': 0, 'sigma1': 0, 'mu2': 0, 'sigma2': 1} | sd must be a finite number > 0",
                "kl_normal | {'mu1': 0, 'sigma1': 1, 'mu2': 0, 'sigma2': -1} | sd must be a finite number > 0",
                "kl_gamma | {'shape1': 2, 'rate1': 0, 'shape2': 1, 'rate2': 1} | rate must be a finite number > 0",
                "kl_beta | {'alpha1': 0, 'beta1': 6, 'alpha2': 2, 'beta2': 2} | alpha must be a finite number > 0",
                "kl_dirichlet | {'alpha': [1, 0, 1], 'beta': [2, 2, 2]} | alpha[1] must be a finite number > 0",
                "kl_mvn_full | {'mu1': [0, 0], 'cov1': [[1, 2], [2, 1]], 'mu2': [0, 0], 'cov2': [[1, 0], [0, 1]]} | covariance must be positive definite",
                "kl_mvn_full | {'mu1': [0, 0], 'cov1': [[1, 0.5], [0.2, 1]], 'mu2': [0, 0], 'cov2': [[1, 0], [0, 1]]} | covariance must be symmetric",
                "entropy_bernoulli | {'p': 1.0000001} | p must lie between 0 and 1",
                "mle_normal_var | {'data': []} | data must have at least 1 number",
                "mle_poisson_rate | {'data': [3, -1]} | counts[1] must be a whole number >= 0",
                "mle_poisson_rate | {'data': [2.5]} | counts[0] must be a whole number >= 0",
                "beta_posterior_mode | {'alpha': 0.5, 'beta': 0.5, 'h': 0, 't': 0} | alpha",
                "softmax_k | {'z': [], 'k': 0} | at least one",
                "ols_slope | {'x': [2, 2, 2], 'y': [1, 2, 3]} | x must not all be equal",
                "logistic_mle_slope | {'x': [-2, -1, 1, 2], 'y': [0, 0, 1, 1]} | separa",
                "temperature_prob_k | {'p': [0.5, 0.5], 'T': 0, 'k': 0} | temperature must be a finite number > 0",
                "temperature_prob_k | {'p': [0.5, 0.5], 'T': -1, 'k': 0} | temperature must be a finite number > 0",
                "mutual_information | {'joint': [[0.4, 0.1], [0.1, 0.5]]} | must sum to 1",
                "inv_cdf_exponential | {'u': 1.1, 'rate': 1} | u must lie between 0 and 1",
                "inv_cdf_laplace | {'u': -0.1, 'mu': 0, 'b': 1} | u must lie between 0 and 1",
                "inv_cdf_logistic | {'u': 2, 'mu': 0, 's': 1} | u must lie between 0 and 1",
                "inv_cdf_bernoulli | {'u': 1.5, 'p': 0.3} | u must lie between 0 and 1",
                "inv_cdf_categorical | {'u': -1, 'p': [0.5, 0.5]} | u must lie between 0 and 1",
                "quantile_normal | {'u': 1.0001, 'mu': 0, 'sigma': 1} | u must lie between 0 and 1",
            })
    void areRefusedByName(String quantity, String inputs, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantities.evaluate(quantity, Inputs.parse(inputs.replace('\'', '"'))))
                .withMessageContaining(message);
    }
}
