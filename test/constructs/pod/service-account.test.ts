import { ServiceAccount } from 'cdk8s-plus-27';
import { StatefulApp } from '../../../src';
import { newChart, only, refusals } from '../../support/synth';

const ROLE = { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/orders' };

test('an account has the annotations that clouds look for, and none otherwise', () => {
  const [annotated, plain] = [ROLE, undefined].map(serviceAccountAnnotations => {
    const chart = newChart();
    new StatefulApp(chart, 'app', { image: 'a:1', serviceAccountAnnotations });
    return only(chart, 'ServiceAccount');
  });

  expect(annotated.metadata?.annotations).toEqual(ROLE);
  expect(plain.metadata).not.toHaveProperty('annotations');
});

test('an existing account keeps its own', () => {
  const chart = newChart();
  const existingServiceAccount = ServiceAccount.fromServiceAccountName(chart, 'account', 'operator');

  new StatefulApp(chart, 'app', { image: 'a:1', existingServiceAccount, serviceAccountAnnotations: ROLE });

  expect(refusals(chart)).toEqual([expect.stringContaining("leave 'existingServiceAccount' out")]);
});
