# frozen_string_literal: true

RedmineApp::Application.routes.draw do
  match 'policy-elements/acknowledgements', :to => 'policy_elements#acknowledgements', :via => [:get, :post]
  get 'policy-elements/token', :to => 'policy_elements#token'
  get 'policy-elements/files/:name', :to => 'policy_elements_files#show', :constraints => {:name => /[\w.-]+/}, :format => false
end
